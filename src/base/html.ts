// One place that names the template library: everything in a template is escaped unless it is itself a template.
export { html, raw } from "hono/html";
export type { HtmlEscapedString } from "hono/utils/html";
