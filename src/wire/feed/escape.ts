/** Text as it stands in XML or HTML, between tags or in double quotes. Characters XML forbids are left out. */
export const escape = (text: string): string => text.replace(special, (char) => entities[char] ?? "");

const special = /[&<>"\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
