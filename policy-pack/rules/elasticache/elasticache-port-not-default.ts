import { CACHE_CLUSTERS, isMember, REPLICATION_GROUPS } from "../../aws/caches";
import { known } from "../../reading/view";
import { defineControl } from "../../registry/control";
import { fail, notApplicable, pass, undetermined } from "../../verdict/outcome";
import { text } from "../../verdict/text";

const PORTS = [6379, 11_211];

export const control = defineControl({
  id: "EC-11",
  name: "elasticache-port-not-default",
  title: "Caches do not listen on a port that everyone knows",
  why: "Some rules ask for it; it hides a cache from careless scans only, so it is off unless it is enabled.",
  fix: "Set port to another one than 6379 and 11211.",
  severity: "low",
  enforcement: "disabled",
  types: [...REPLICATION_GROUPS, ...CACHE_CLUSTERS],
  resource: ({ type, props }) => {
    if (CACHE_CLUSTERS.includes(type) && isMember(props)) return notApplicable("Its group decides");
    const place = props.at("port");
    if (place.isUnknown) return undetermined(place);
    if (place.isAbsent)
      return fail(place, text`"port" is not set, so the cache listens where it always does.`);
    const port = known(place.number()) ?? 0;
    return PORTS.includes(port) ? fail(place, text`"port" is ${port}; required: another one.`) : pass;
  },
  references: {
    nist80053: ["AC-4", "SC-7"],
    wellArchitected: ["SEC05-BP02"],
    cdkNag: ["AwsSolutions-AEC5"],
  },
});
