// A pack that judges nothing and writes down what the engine shows it, message by message.
const { appendFileSync } = process.getBuiltinModule("node:fs");
const load = process.getBuiltinModule("node:module").createRequire(__filename);
const { PolicyPack } = load("@pulumi/policy");
const { AnalyzerService } = load("@pulumi/pulumi/proto/analyzer_grpc_pb");

for (const kind of ["analyze", "analyzeStack"]) {
  const service = AnalyzerService[kind];
  const parse = service.requestDeserialize.bind(service);
  service.requestDeserialize = (bytes) => {
    appendFileSync(process.env.RECORDED_REQUESTS, `${kind} ${bytes.toString("base64")}\n`);
    return parse(bytes);
  };
}

new PolicyPack("recorder", { policies: [] });
