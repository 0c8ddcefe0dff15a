/** A link of the main navigation; shown to those who hold any of its permissions. */
export interface NavigationLink {
  readonly label: string;
  readonly path: string;
  readonly anyOf: readonly string[];
  /** Paths that belong to the link besides its own. */
  readonly alsoActive?: readonly string[];
}
