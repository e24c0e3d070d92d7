import { known } from "../reading/view";
import type { Condition } from "./condition";

/** Methods other than OPTIONS: browsers ask that one before they send anything, and cannot sign in for it. */
export const NO_PREFLIGHT: Condition = {
  holds: (method) => {
    const name = method.at("httpMethod");
    return name.isUnknown ? undefined : known(name.string())?.toUpperCase() !== "OPTIONS";
  },
  decidedBy: "httpMethod",
  otherwise: "Browsers ask OPTIONS before they can sign in",
};
