/**
 * Elements no format defines but partners use to talk to editors ("ednote", "editorsNote", "advisory"), told apart
 * from what is merely unknown. Notes are shown to the desk and never published (WIRE.md 4.4).
 */
export function notesIn(unknown: Readonly<Record<string, string>>): {
  notes: string[];
  rest: Record<string, string>;
} {
  const entries = Object.entries(unknown);
  const isNote = ([name]: [string, string]) =>
    /^(?:ed(?:itor(?:s|ial)?)?[-_]?notes?|notes?(?:to)?editors?|advisory|embargo(?:ed)?)$/.test(
      name.slice(name.indexOf(":") + 1),
    );
  return {
    notes: entries
      .filter(isNote)
      .map(([name, text]) => (name.includes("embargo") ? `Embargo: ${text}` : text)),
    rest: Object.fromEntries(entries.filter((entry) => !isNote(entry))),
  };
}
