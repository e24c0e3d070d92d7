import { describeExemption as describeGranted, type GrantedExemption } from "../../policy-pack/report";
import { isWireObject, type Wire } from "../../simulator/wire";

function words(value: Wire | undefined): string {
  return typeof value === "string" ? value : "";
}

/** What a pack says of an exemption: text, or an object with `reason` and more. */
export function readExemption(exemption: Wire): GrantedExemption {
  if (!isWireObject(exemption) || typeof exemption.reason !== "string") {
    return {
      reason: typeof exemption === "string" ? exemption : JSON.stringify(exemption),
      owner: "",
      expires: "",
    };
  }
  const { reason, ticket, compensation } = exemption;
  return {
    ...{ reason, owner: words(exemption.owner), expires: words(exemption.expires) },
    ...(typeof ticket === "string" && { ticket }),
    ...(typeof compensation === "string" && { compensation }),
  };
}

/** An exemption in one sentence. */
export function describeExemption(exemption: Wire): string {
  return describeGranted(readExemption(exemption));
}
