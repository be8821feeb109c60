/** Text that a parser may be given, or the one sentence that says why not. */
export type Guarded = { readonly text: string } | { readonly unreadable: string };
