import { Parser } from "htmlparser2";
import type { Attributes } from "./xml-scope.ts";

/** An element as it stood, names in lower case. `cut`: the copy ends inside it. */
export type XmlElement = {
  readonly name: string;
  readonly attributes: Attributes;
  readonly children: (XmlElement | XmlText)[];
  cut: boolean;
};
/** Text with its references decoded once. `raw` came in a CDATA section. */
export type XmlText = { text: string; readonly raw: boolean };

export const isElement = (node: XmlElement | XmlText): node is XmlElement => "name" in node;

/**
 * Reads XML the forgiving way: a missing end tag ends with its parent, a stray one is passed over, "&" may stand
 * alone. Give it guarded text: depth and attributes are bounded there. The answer is a nameless element that holds
 * the root, or roots.
 */
export function readXmlTree(text: string): XmlElement {
  const top = element("", {});
  const open = [top];
  let [ending, cdata] = [false, false];
  const here = () => open.at(-1) ?? top;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const next = element(name, attributes);
        here().children.push(next);
        open.push(next);
      },
      onclosetag() {
        const closed = open.pop();
        if (closed) closed.cut = ending;
      },
      ontext: (data) => addText(here(), data, cdata),
      oncdatastart: () => void (cdata = true),
      oncdataend: () => void (cdata = false),
    },
    { xmlMode: true, decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  parser.write(text);
  ending = true;
  parser.end();
  return top;
}

const element = (name: string, attributes: Attributes): XmlElement => ({
  name,
  attributes,
  children: [],
  cut: false,
});

function addText(parent: XmlElement, data: string, raw: boolean): void {
  const last = parent.children.at(-1);
  if (last !== undefined && !isElement(last) && last.raw === raw) last.text += data;
  else parent.children.push({ text: data, raw });
}
