import { fixtures, UNKNOWN } from "../../support/fixtures";
import { task } from "../../support/containers";

fixtures("ecs-task-no-host-namespaces", {
  pass: { "a task that shares among its own containers": task([{}], { pidMode: "task", ipcMode: "none" }) },
  fail: {
    "a task among the host's processes": task([{}], { pidMode: "host" }),
    "a task in the host's memory": task([{}], { ipcMode: "host" }),
    "a task in the host's memory, whose processes are computed": task([{}], {
      pidMode: UNKNOWN,
      ipcMode: "host",
    }),
  },
  unknown: { "a task whose mode is computed": task([{}], { pidMode: UNKNOWN }) },
  unset: { "a task that leaves both out": ["pass", task([{}])] },
  alias: { none: "one token" },
});
