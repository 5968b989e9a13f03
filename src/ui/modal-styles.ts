/**
 * The stylesheet of the modal, adopted as a sheet because a strict CSP blocks style elements.
 *
 * `all: initial` keeps inherited styles of the page out; only the font is the shop's. Sizes are in `em`,
 * because Luma makes a `rem` 10 pixels. `--shop-*` is what the trigger looks like, so that the modal
 * matches it without any setting. Transparent borders become visible in forced colours.
 */
export const MODAL_STYLES = `
dialog{all:initial;position:fixed;inset:0;margin:auto;box-sizing:border-box;width:min(var(--back-in-stock-width,28em),100% - 32px);height:fit-content;max-height:calc(100% - 32px);overflow:auto;border:1px solid transparent;border-radius:var(--back-in-stock-radius,12px);background:var(--back-in-stock-background,#fff);color:var(--back-in-stock-text,#222);font-family:inherit;line-height:1.5;box-shadow:0 8px 40px #0006}
dialog:not([open]){display:none}
::backdrop{background:var(--back-in-stock-backdrop,#0008)}
form,label{display:grid;gap:16px;padding:28px}
label{gap:6px;padding:0}
h2,p{margin:0;overflow-wrap:anywhere}
h2{font-size:1.4em;line-height:1.3;padding-inline-end:40px}
label,b,.submit{font-weight:600}
p:empty,small:empty{margin-top:-16px}
.error{margin-top:-10px}
[role]{margin:0}
button,input,select{font:inherit;color:inherit;background:0;box-sizing:border-box;width:100%;min-height:48px;padding:8px 12px;border:1px solid #767676;border-radius:8px}
input{direction:ltr;text-align:match-parent}
button{cursor:pointer;border-color:transparent}
.submit{background:var(--back-in-stock-accent,var(--shop-accent,#222));color:var(--back-in-stock-contrast,var(--shop-contrast,#fff))}
.submit:hover{filter:brightness(.9)}
[aria-disabled=true]{opacity:.7}
.close{position:absolute;top:12px;inset-inline-end:12px;width:48px;padding:0;font-size:1.75em;line-height:1}
.error{color:var(--back-in-stock-error,#b3261e)}
[aria-invalid=true]{border-color:currentColor;outline:1px solid var(--back-in-stock-error,#b3261e)}
.success{color:var(--back-in-stock-success,#136c34)}
@media(prefers-reduced-motion:no-preference){dialog,::backdrop{animation:a .2s}}
@keyframes a{from{opacity:0}}
`;
