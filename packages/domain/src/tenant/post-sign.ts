/**
 * The sign of a post (Stellenzeichen), such as "50.2-03": what an authority calls a desk, whoever sits at it. The portal
 * knows no names of officials, and admins have no key to read one; this is what they see instead.
 */
export const postSignPattern = /^[0-9A-Za-zÄÖÜäöüß][0-9A-Za-zÄÖÜäöüß ./-]{0,19}$/;
