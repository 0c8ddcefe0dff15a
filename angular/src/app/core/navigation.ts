/** A link of the main navigation; shown to those who hold any of its permissions, or to all if it names none. */
export interface NavigationLink {
  readonly label: string;
  readonly path: string;
  readonly anyOf?: readonly string[];
  /** Paths that belong to the link besides its own. */
  readonly alsoActive?: readonly string[];
}
