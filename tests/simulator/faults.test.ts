import * as assert from "node:assert/strict";
import { throttling, type Fault } from "../../simulator";
import { FaultInjector } from "../../simulator/faults";

const target = {
  type: "aws:ec2/vpc:Vpc",
  operation: "create",
  urn: "urn:pulumi:dev::lab::aws:ec2/vpc:Vpc::main",
} as const;

function injector(...faults: Fault[]): FaultInjector {
  return new FaultInjector({ faults });
}

describe("simulator/faults", () => {
  it("strikes what matches type, operation and URN, and nothing else", async () => {
    const faults = injector({
      type: target.type,
      operation: "create",
      urnContains: "::main",
      error: "InternalError",
    });
    await assert.rejects(faults.strike(target), /^AwsError: InternalError: injected/);
    await faults.strike({ ...target, operation: "update" });
    await faults.strike({ ...target, type: "aws:ec2/subnet:Subnet" });
    await faults.strike({ ...target, urn: "urn:other" });
  });

  it("strikes as often as it is told", async () => {
    const faults = injector(throttling(1));
    await assert.rejects(faults.strike(target), /ThrottlingException: Rate exceeded/);
    await faults.strike(target);
  });

  it("goes on to the next fault when one is used up", async () => {
    const faults = injector({ error: "First", times: 1 }, { error: "Second" });
    await assert.rejects(faults.strike(target), /First/);
    await assert.rejects(faults.strike(target), /Second/);
  });

  it("can be late without failing", async () => {
    await injector({ latencyMs: 1 }).strike(target);
  });
});
