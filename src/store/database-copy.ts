// Only an embedded database is one file that can be copied and looked through. Rooms above the store never see dialects/.
export { copyDatabase, inspectDatabase } from "./dialects/embedded-file.ts";
