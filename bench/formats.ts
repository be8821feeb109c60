export async function writeFormats(): Promise<void> {}
