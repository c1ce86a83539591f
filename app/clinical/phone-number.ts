/**
 * What can be dialled as it stands. Sources: ITU-T E.164, a plus and at most 15 digits; the North American plan, ten
 * digits of which the first is 2 to 9. Sign-off: docs/clinical/preparation.md
 */
const DIALLED = /^(1?[2-9]\d{9}|\+[1-9]\d{7,14})$/

/**
 * However it is written: brackets, dots and words beside it are nobody's mistake. An hour, an extension or a second
 * number beside it would be dialled with it, and is.
 */
export const isDialable = (text: string): boolean => DIALLED.test(text.replace(/[^\d+]/g, ''))
