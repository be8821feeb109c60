// The least a Node process can do: the same bytes from memory to everybody. Arguments: port, file.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";

const [port, file] = process.argv.slice(2);
const bytes = readFileSync(file ?? "");
const headers = { "content-type": "text/html; charset=utf-8", "content-length": bytes.length };
createServer((_request, response) => {
  response.writeHead(200, headers);
  response.end(bytes);
}).listen(Number(port), "127.0.0.1");
