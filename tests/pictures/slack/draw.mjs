// Reads {name: {blocks, title?, submit?, close?}} as JSON from a file, writes one page for each.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createElement as h } from "react";
import { renderToStaticMarkup } from "react-dom/server";

const require = createRequire(import.meta.url);
const { Message } = require("slack-blocks-to-jsx");
const style = readFileSync(require.resolve("slack-blocks-to-jsx/dist/style.css"), "utf8");
const [source, folder] = process.argv.slice(2);
const own = `
  body { margin: 0; padding: 20px; width: 680px; background: #fff; font-family: Lato, "Noto Sans", sans-serif; }
  .modal { border: 1px solid #ddd; border-radius: 8px; padding: 16px 20px; }
  .modal h1 { font-size: 20px; margin: 0 0 12px; }
  .modal footer { display: flex; justify-content: end; gap: 8px; margin-top: 16px; }
  .modal footer span { border: 1px solid #bbb; border-radius: 4px; padding: 6px 14px; font-weight: 700; font-size: 14px; }
  .modal footer .submit { background: #007a5a; border-color: #007a5a; color: #fff; }
`;

const square = `<svg xmlns="http://www.w3.org/2000/svg" width="36" height="36"><rect width="36" height="36" fill="#1f3a5f"/><text x="18" y="25" font-size="20" text-anchor="middle" fill="#fff" font-family="sans-serif">M</text></svg>`;
const logo = `data:image/svg+xml,${encodeURIComponent(square)}`;
// Slack formats verbatim text all the same, and only leaves addresses alone; this library does not.
const formatted = (key, value) => (key === "verbatim" ? undefined : value);
const props = { theme: "light", logo, name: "Morgenlage", time: new Date(0) };
for (const [name, view] of Object.entries(JSON.parse(readFileSync(source, "utf8"), formatted))) {
  const drawn = h(Message, { ...props, blocks: view.blocks, withoutWrapper: Boolean(view.title) });
  const submit = view.submit && h("span", { className: "submit" }, view.submit);
  const footer = h("footer", null, h("span", null, view.close), submit);
  const page = view.title
    ? h("div", { className: "modal" }, h("h1", null, view.title), drawn, footer)
    : drawn;
  const html = renderToStaticMarkup(page);
  writeFileSync(
    `${folder}/${name}.html`,
    `<!doctype html><meta charset="utf-8"><style>${style}${own}</style><body>${html}<script>document.title = document.body.scrollHeight</script></body>`,
  );
}
