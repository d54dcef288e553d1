/** As long as a line of a phone holds in two. */
export const longestUnitName = 80;

/** What an office is called. Everybody may read it, so it is no place for anything but a name. */
export const unitNamePattern = /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N} .,:/()&'’–-]{0,78}[\p{L}\p{M}\p{N}.)])?$/u;
