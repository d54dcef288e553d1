/**
 * As a `ref` of what a press has brought in place of the pressed button: with the button the focus would fall to the top of
 * the page, and a screen reader with it.
 */
export const focusWhenShown = (element: HTMLElement | null) => element?.focus();
