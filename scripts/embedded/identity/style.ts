/** The one stylesheet of the provider. Colours keep 4.5:1 for text and 3:1 for edges, in light and dark. */
export const stylesheet = `
:root {
  color-scheme: light dark;
  --paper: #ffffff; --sheet: #f3f5f9; --ink: #10151f; --quiet: #4a5261; --edge: #6c7484;
  --action: #171a8c; --on-action: #ffffff; --notice: #fff3cd; --on-notice: #4d3800; --alert: #b3151c;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #0b0d14; --sheet: #171b26; --ink: #f0f2f7; --quiet: #b3bac8; --edge: #8a93a5;
    --action: #aebcff; --on-action: #0b0d14; --notice: #3d3000; --on-notice: #ffe69a; --alert: #ff9a9a;
  }
}
* { box-sizing: border-box; }
html { font: 100%/1.5 system-ui, "Liberation Sans", sans-serif; }
body { margin: 0; background: var(--paper); color: var(--ink); }
header { background: var(--notice); color: var(--on-notice); padding: .75rem 1rem; }
header p { max-width: 36rem; margin: 0 auto; }
main { max-width: 36rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
h1 { font-size: 1.75rem; line-height: 1.25; margin: 0 0 .5rem; }
.realm { color: var(--quiet); margin: 0 0 .25rem; font-weight: 600; }
fieldset { border: 0; margin: 1.5rem 0 0; padding: 0; }
legend { font-size: 1.125rem; font-weight: 600; padding: 0; margin-bottom: .5rem; }
.hint { color: var(--quiet); margin: 0 0 .5rem; }
.choice { display: flex; gap: .75rem; align-items: flex-start; padding: .75rem; margin-bottom: .5rem; min-height: 3rem;
  background: var(--sheet); border: 1px solid var(--edge); border-radius: .5rem; cursor: pointer; }
.choice:has(:checked) { border-color: var(--action); outline: 1px solid var(--action); }
.choice input { width: 1.25rem; height: 1.25rem; margin: .125rem 0 0; flex: none; accent-color: var(--action); }
.choice span { display: block; overflow-wrap: anywhere; }
.choice .detail { color: var(--quiet); }
.buttons { display: flex; flex-wrap: wrap; gap: .75rem; margin-top: 1.5rem; }
button { font: inherit; font-weight: 600; min-height: 3rem; padding: .5rem 1.25rem; border-radius: .5rem; cursor: pointer;
  border: 2px solid var(--action); background: transparent; color: var(--action); }
button.main { background: var(--action); color: var(--on-action); }
:focus-visible { outline: 4px solid var(--action); outline-offset: 2px; }
.choice:focus-within { outline: 4px solid var(--action); outline-offset: 2px; }
.choice input:focus-visible { outline: none; }
.alert { border-left: 4px solid var(--alert); padding: .5rem .75rem; background: var(--sheet); }
@media (max-width: 30rem) { .buttons button { flex: 1 1 100%; } }
@media (forced-colors: active) { .choice:has(:checked) { outline: 2px solid Highlight; } }
`;
