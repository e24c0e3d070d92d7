"use strict";

/**
 * Loaded into the processes of a preview before Pulumi's SDK. It changes nothing that becomes of a program; it saves time:
 *
 * - the SDK sends the engine several debug messages for every resource, each of which waits for the one before, and a preview
 *   drops them all: they are dropped before they are sent;
 * - the SDK loads npm's dependency solver and the TypeScript compiler, which only the serialization of functions needs: they
 *   are loaded on first use;
 * - the SDK has the compiler at hand in every policy pack: it is loaded with the pack's first file of TypeScript;
 * - the SDK tells an error of the program in colours, which a preview takes away again. Node 20 fills the memory for most of a
 *   minute where a line of the stack ends inside a scope (`node_modules/@pulumi/output.ts`, as the SDK's source maps name it):
 *   an error of the program is told without colours.
 */
const fs = process.getBuiltinModule("node:fs");
const Module = process.getBuiltinModule("node:module");
const util = process.getBuiltinModule("node:util");

const { inspect } = util;
util.inspect = Object.assign(
  (value, options, ...rest) =>
    util.types.isNativeError(value) && options?.colors === true
      ? inspect(value, { ...options, colors: false })
      : inspect(value, options, ...rest),
  inspect,
);

const DEBUG = 0;
/** Modules that are loaded on first use: npm's dependency solver, and the SDK's way to the TypeScript compiler. */
const LATE = /^@npmcli\/arborist$|(?:^|\/)typescript-shim$/;
const ENGINE_CLIENT = /(?:^|\/)proto\/engine_grpc_pb(?:\.js)?$/;

/** What the SDK's script for policy packs runs them with. */
const PACK_RUNNER = /[\\/]cmd[\\/]run-policy-pack[\\/]index\.js$/;
const TYPESCRIPT = [".ts", ".tsx", ".cts", ".mts"];

const load = Module._load;
const quieted = new WeakSet();

function onFirstUse(loadNow) {
  let loaded;
  const real = () => (loaded ??= loadNow());
  function unloaded() {
    return real();
  }
  return new Proxy(unloaded, {
    // Asked by the import helpers of compiled modules, before anything is used.
    get: (_target, key) => (key === "__esModule" ? undefined : Reflect.get(real(), key)),
    has: (_target, key) => Reflect.has(real(), key),
    apply: (_target, self, args) => Reflect.apply(real(), self, args),
    construct: (_target, args) => Reflect.construct(real(), args),
  });
}

function dropDebugMessages({ EngineClient }) {
  if (EngineClient === undefined || quieted.has(EngineClient)) return;
  quieted.add(EngineClient);
  const { log } = EngineClient.prototype;
  EngineClient.prototype.log = function (request, callback, ...rest) {
    if (request.getSeverity() !== DEBUG || typeof callback !== "function") {
      return log.call(this, request, callback, ...rest);
    }
    queueMicrotask(callback);
    return undefined;
  };
}

/** Registers the compiler as the SDK does for a pack, which is in the working directory. */
function registerCompiler(runner) {
  const { loadTypeScriptCompilerOptions, typeScriptRequireStrings } = load("../../tsutils", runner, false);
  const { tsnodeRequire, typescriptRequire } = typeScriptRequireStrings();
  const [major, minor] = load(typescriptRequire, runner, false).version.split(".").map(Number);
  const isNew = major > 4 || (major === 4 && minor >= 7);
  load(tsnodeRequire, runner, false).register({
    typeCheck: true,
    skipProject: !fs.existsSync("tsconfig.json"),
    compiler: typescriptRequire,
    compilerOptions: {
      target: "ES2020",
      module: isNew ? "nodenext" : "commonjs",
      moduleResolution: isNew ? "nodenext" : "node",
      sourceMap: "true",
      ...loadTypeScriptCompilerOptions("tsconfig.json"),
    },
  });
}

/** Whether a pack may have the compiler look at its JavaScript, too. */
function compilesJavaScript() {
  return (
    fs.existsSync("tsconfig.json") && /"(?:allowJs|extends)"/.test(fs.readFileSync("tsconfig.json", "utf8"))
  );
}

function compileOnFirstUse(runner, { run, ...others }) {
  return {
    ...others,
    run: (options) => {
      if (!options.typeScript || compilesJavaScript()) return run(options);
      for (const extension of TYPESCRIPT) {
        Module._extensions[extension] = (module, file) => {
          for (const each of TYPESCRIPT) Reflect.deleteProperty(Module._extensions, each);
          registerCompiler(runner);
          Module._extensions[extension](module, file);
        };
      }
      return run({ ...options, typeScript: false });
    },
  };
}

Module._load = function (request, parent, isMain) {
  if (LATE.test(request)) return onFirstUse(() => load.call(Module, request, parent, isMain));
  const loaded = load.call(Module, request, parent, isMain);
  if (ENGINE_CLIENT.test(request)) dropDebugMessages(loaded);
  if (request === "./run" && PACK_RUNNER.test(parent?.filename)) return compileOnFirstUse(parent, loaded);
  return loaded;
};
