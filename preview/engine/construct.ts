import { RegisterResourceRequest, ResourceInvokeRequest } from "@pulumi/pulumi/proto/resource_pb";
import { constructVpc, type Registrar, type Registration } from "../../simulator/index";
import { toStruct } from "../../simulator/wire";
import type { Functions } from "./functions";
import type { Registrations, RemoteConstruction } from "./registrations";

/** The one remote component that is known here. */
const VPC = "awsx:ec2:Vpc";

/** The version of the AWS provider that awsx 3.9 asks for where it is given no provider. */
const AWS_VERSION_OF_AWSX = "7.43.0";

function requestOf(registration: Registration): RegisterResourceRequest {
  const request = new RegisterResourceRequest()
    .setType(registration.type)
    .setName(registration.name)
    .setParent(registration.parent)
    .setCustom(registration.custom)
    .setObject(toStruct(registration.inputs))
    .setDependenciesList([...registration.dependencies])
    .setProvider(registration.provider ?? "")
    .setVersion(registration.version ?? "")
    .setAcceptsecrets(true)
    .setAcceptresources(true)
    .setAliasspecs(true)
    .setSupportspartialvalues(true);
  for (const [key, urns] of Object.entries(registration.propertyDependencies)) {
    const dependencies = new RegisterResourceRequest.PropertyDependencies().setUrnsList([...urns]);
    request.getPropertydependenciesMap().set(key, dependencies);
  }
  for (const [name, reference] of Object.entries(registration.providers ?? {})) {
    request.getProvidersMap().set(name, reference);
  }
  if (registration.protect !== undefined) request.setProtect(registration.protect);
  if (registration.retainOnDelete !== undefined) request.setRetainondelete(registration.retainOnDelete);
  return request;
}

/** Refuses a component within a component; those that are known here have none. */
const refuseNested: RemoteConstruction = (request) =>
  Promise.reject(new Error(`${request.type} is built by another remote component`));

/**
 * Builds remote components, whose providers are programs of their own that an offline preview does not have. `awsx:ec2:Vpc` is
 * simulated; every other one is refused.
 *
 * @param registrations - Where its children are registered.
 * @param functions - What its provider may call.
 * @param warn - Told what the component wants the user to know.
 */
export function remoteConstruction(
  registrations: Registrations,
  functions: Functions,
  warn: (message: string, urn: string) => void,
): RemoteConstruction {
  const registrar: Registrar = {
    registerResource: (registration) => registrations.register(requestOf(registration), refuseNested),
    // What it would register are no outputs at all; the component has its own from the answer to the program.
    registerOutputs: () => Promise.resolve(),
    invoke: ({ token, args, provider, parent }) =>
      functions.invoke(
        new ResourceInvokeRequest()
          .setTok(token)
          .setArgs(toStruct(args))
          .setProvider(provider ?? registrations.providerFromParent(parent, "aws"))
          .setVersion(AWS_VERSION_OF_AWSX),
      ),
    warn: (message, urn) => {
      warn(message, urn);
      return Promise.resolve();
    },
  };
  return async (request, providers) => {
    if (request.type !== VPC) {
      throw new Error(
        `${request.type} ${request.name} is a remote component; the offline preview knows only ${VPC}`,
      );
    }
    const { options } = request;
    const { urn, state, stateDependencies } = await constructVpc(
      {
        name: request.name,
        parent: request.parent,
        inputs: request.properties,
        inputDependencies: request.propertyDependencies,
        providers,
        ...(options.hasProtect() && { protect: options.getProtect() === true }),
        ...(options.hasRetainOnDelete() && { retainOnDelete: options.getRetainOnDelete() === true }),
        preview: true,
      },
      registrar,
    );
    return { urn, id: "", outputs: state, outputDependencies: stateDependencies };
  };
}
