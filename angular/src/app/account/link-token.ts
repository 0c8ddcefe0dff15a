export const LINK_NOT_VALID = 'Organisations:LinkNotValid';

export const PASSWORD_HINT = 'At least 12 characters. Four words you will remember are better than signs.';

/** Also asked by the server, which knows the passwords that are guessed first. */
export const MIN_PASSWORD_LENGTH = 12;
