"""The style sheet of the page: colours for light and dark, for paper and for a phone.

Text has a contrast of at least 4.5 to 1 (WCAG 2.2, 1.4.3); colour repeats what words say.
"""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256

SHEET = """
:root {
  color-scheme: light dark;
  --page: #f4f2ee; --card: #ffffff; --ink: #1d1b18; --soft: #57534c; --line: #d9d4ca;
  --error: #a3161b; --warning: #7a4b00; --suggestion: #0b5570; --ready: #1c6033;
  --error-mark: #fbd9d7; --warning-mark: #fbe6bd; --suggestion-mark: #d3ebf5;
  --on: #ffffff;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #171614; --card: #22201d; --ink: #efebe4; --soft: #b5afa5; --line: #47433d;
    --error: #ff9a94; --warning: #f5c061; --suggestion: #84cdec; --ready: #8ad6a1;
    --error-mark: #6b2220; --warning-mark: #5c4108; --suggestion-mark: #124a60;
    --on: #171614;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0; padding: 2rem 1rem 3rem; background: var(--page); color: var(--ink);
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", "Noto Sans", Roboto, sans-serif;
  overflow-wrap: anywhere;
}
body > * { max-width: 46rem; margin-inline: auto; }
h1, h2, h3, h4 { line-height: 1.25; margin: 0; text-wrap: balance; }
h1 { font-size: 1.6rem; }
h2 { font-size: 1.2rem; }
h3 { font-size: 1rem; }
h4 { font-size: 1rem; font-weight: 600; }
p, ul, ol, dl, blockquote { margin: 0; }
a { color: inherit; text-underline-offset: .15em; }
a:focus-visible { outline: 3px solid var(--suggestion); outline-offset: 2px; }
code { font-family: ui-monospace, "SF Mono", Consolas, monospace; font-size: .85em; }
.soft { color: var(--soft); font-size: .9rem; }
header { margin-bottom: 1.5rem; }
header p { margin-top: .4rem; }
nav ol { list-style: none; padding: 0; margin-top: 1rem; border-top: 1px solid var(--line); }
nav li { display: flex; gap: .75rem; align-items: baseline; padding: .4rem 0;
  border-bottom: 1px solid var(--line); }
nav .count { margin-left: auto; text-align: right; }
.badge {
  display: inline-block; flex: none; min-width: 4.6rem; padding: .1rem .5rem; text-align: center;
  border-radius: .3rem; font-size: .8rem; font-weight: 700; letter-spacing: .04em;
  color: var(--on); background: var(--suggestion);
}
.badge.hold, .badge.error { background: var(--error); }
.badge.review, .badge.warning { background: var(--warning); }
.badge.ready { background: var(--ready); }
section {
  background: var(--card); border: 1px solid var(--line); border-radius: .6rem;
  padding: 1.25rem; margin-bottom: 1.25rem;
}
section > * + * { margin-top: 1rem; }
.title { display: flex; flex-wrap: wrap; gap: .4rem .75rem; align-items: center; }
.title + .soft { margin-top: .3rem; }
.said { font-weight: 600; }
.post, .line {
  white-space: pre-wrap; border-left: 4px solid var(--line); padding: .1rem 0 .1rem .9rem;
}
.post { font-size: 1.1rem; max-height: none; }
mark { color: inherit; padding: .05em .1em; border-radius: .2em; background: var(--suggestion-mark);
  text-decoration: underline; text-decoration-thickness: 2px; text-underline-offset: .2em;
  text-decoration-color: var(--suggestion); }
mark.error { background: var(--error-mark); text-decoration-color: var(--error); }
mark.warning { background: var(--warning-mark); text-decoration-color: var(--warning); }
.card { display: grid; grid-template-columns: 1fr 1fr; gap: .5rem; list-style: none; padding: 0; }
.card li { display: flex; gap: .7rem; align-items: center; border: 1px solid var(--line);
  border-radius: .4rem; padding: .5rem .7rem; line-height: 1.3; }
.letter { flex: none; width: 1.9rem; height: 1.9rem; border-radius: .3rem; display: grid;
  place-items: center; font-weight: 700; font-size: 1.1rem; color: var(--on);
  background: var(--ready); }
.letter.B { background: var(--suggestion); }
.letter.C, .letter.D { background: var(--warning); }
.letter.F { background: var(--error); }
.letter.none { color: var(--ink); background: none; border: 1px solid var(--line); }
.good { list-style: none; padding: 0; color: var(--ready); }
.findings { list-style: none; padding: 0; }
.findings > li { border-top: 1px solid var(--line); padding-top: 1rem; margin-top: 1rem; }
.findings > li > * + * { margin-top: .5rem; }
.line { font-size: .95rem; }
.findings .error .line { border-color: var(--error); }
.findings .warning .line { border-color: var(--warning); }
.findings .suggestion .line { border-color: var(--suggestion); }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem .9rem; }
dt { color: var(--soft); }
dd { margin: 0; }
.log { padding-left: 1.2rem; }
.log > li + li { margin-top: .8rem; }
footer { text-align: center; }
@media (max-width: 34rem) {
  body { padding: 1rem .6rem 2rem; }
  section { padding: 1rem .85rem; }
  .card { grid-template-columns: 1fr; }
  nav li { flex-wrap: wrap; gap: .2rem .75rem; }
  dl { grid-template-columns: 1fr; gap: 0; }
  dt { font-size: .85rem; margin-top: .35rem; }
}
@media print {
  :root {
    --page: #ffffff; --card: #ffffff; --ink: #000000; --soft: #444444; --line: #999999;
    --error: #a3161b; --warning: #7a4b00; --suggestion: #0b5570; --ready: #1c6033;
    --error-mark: #ffffff; --warning-mark: #ffffff; --suggestion-mark: #ffffff; --on: #ffffff;
  }
  body { padding: 0; font-size: 10.5pt; }
  section { border: 0; border-top: 2px solid var(--ink); border-radius: 0; padding: 1rem 0; }
  .badge, .letter { color: #000000; background: none !important; border: 1.5px solid #000000; }
  .findings > li, .card, .log > li, blockquote { break-inside: avoid; }
  h2, h3, h4 { break-after: avoid; }
  dd a[href]::after { content: " (" attr(href) ")"; font-size: .85em; }
}
"""


def policy() -> str:
    """Return the page's policy: its own style sheet, and nothing else at all."""
    digest = b64encode(sha256(SHEET.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
