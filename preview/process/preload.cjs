"use strict";

/**
 * Loaded into the processes of a preview before Pulumi's SDK. It changes nothing that becomes of a program; it saves time:
 *
 * - the SDK sends the engine several debug messages for every resource, each of which waits for the one before, and a preview
 *   drops them all: they are dropped before they are sent;
 * - the SDK loads npm's dependency solver, which only the serialization of functions needs: it is loaded on first use;
 * - the SDK tells an error of the program in colours, which a preview takes away again. Node 20 fills the memory for most of a
 *   minute where a line of the stack ends inside a scope (`node_modules/@pulumi/output.ts`, as the SDK's source maps name it):
 *   an error of the program is told without colours.
 */
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
const SOLVER = "@npmcli/arborist";
const ENGINE_CLIENT = /(?:^|\/)proto\/engine_grpc_pb(?:\.js)?$/;

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

Module._load = function (request, parent, isMain) {
  if (request === SOLVER) return onFirstUse(() => load.call(Module, request, parent, isMain));
  const loaded = load.call(Module, request, parent, isMain);
  if (ENGINE_CLIENT.test(request)) dropDebugMessages(loaded);
  return loaded;
};
