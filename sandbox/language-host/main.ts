import { serveLanguageHost } from "./server";

// It says how this host itself is compiled; a program has a tsconfig.json of its own.
delete process.env.TS_NODE_PROJECT;

// The CLI starts a language host with flags of its own first and the engine's address last.
const engine = process.argv.at(-1);
if (!engine?.includes(":")) {
  throw new Error("pulumi-language-nodejs: the address of an engine is required as last argument");
}

void serveLanguageHost(engine).then(({ port, close }) => {
  const end = (): void => {
    close();
    process.exit(0);
  };
  process.once("SIGINT", end);
  process.once("SIGTERM", end);
  // The engine holds this pipe open for as long as it lives.
  process.stdin.once("end", end).resume();
  // The protocol's first line: where the engine reaches this host.
  console.log(port);
});
