// A receiver of OTLP that decodes what comes by the official messages and prints it, one line of JSON a request:
//   node receive.cjs [ANSWER...]
// It listens on free ports of this machine, over HTTP/1 and gRPC, and says on its first line which. The first requests are
// answered by the ANSWERs in turn: "503", "429:2" (with Retry-After: 2), "partial:3" (three spans rejected), of gRPC
// "UNAVAILABLE", "RESOURCE_EXHAUSTED:2" (with RetryInfo of two seconds); all others are taken. It ends with its input.
const http = require("node:http");
const zlib = require("node:zlib");
const grpc = require("@grpc/grpc-js");
const root = require("@opentelemetry/otlp-transformer/build/src/generated/root.js");

const { ExportTraceServiceRequest, ExportTraceServiceResponse } = root.opentelemetry.proto.collector.trace.v1;
const answers = process.argv.slice(2);
const print = (line) => process.stdout.write(JSON.stringify(line) + "\n");
const hex = (bytes) => Buffer.from(bytes ?? []).toString("hex");
const number = (value) => (value ?? 0).toString(); // 64 bits, exactly

function valueOf({ stringValue, boolValue, intValue }) {
  return stringValue ?? boolValue ?? Number(intValue.toString());
}

function attributes(pairs) {
  return Object.fromEntries(pairs.map(({ key, value }) => [key, valueOf(value)]));
}

function spans(request) {
  return request.resourceSpans.flatMap(({ resource, scopeSpans }) => scopeSpans.flatMap(({ scope, spans }) => spans.map((span) => ({
    resource: attributes(resource.attributes),
    scope: scope.name,
    trace: hex(span.traceId),
    id: hex(span.spanId),
    parent: hex(span.parentSpanId),
    name: span.name,
    kind: span.kind,
    start: number(span.startTimeUnixNano),
    end: number(span.endTimeUnixNano),
    attributes: attributes(span.attributes),
    events: span.events.map(({ timeUnixNano, name, attributes: more }) =>
      ({ at: number(timeUnixNano), name, attributes: attributes(more) })),
    links: span.links.map(({ traceId, spanId, attributes: more }) =>
      ({ trace: hex(traceId), id: hex(spanId), attributes: attributes(more) })),
    code: span.status?.code ?? 0,
    message: span.status?.message ?? "",
  }))));
}

function take(by, headers, body, answer) {
  const received = spans(ExportTraceServiceRequest.decode(body));
  print({ by, headers, bytes: body.length, answer: answer ?? "ok", spans: received });
}

function response(answer) {
  const rejected = answer?.startsWith("partial:") ? Number(answer.slice(8)) : 0;
  const message = rejected ? { partialSuccess: { rejectedSpans: rejected, errorMessage: "too old" } } : {};
  return Buffer.from(ExportTraceServiceResponse.encode(message).finish());
}

const web = http.createServer((request, reply) => {
  const chunks = [];
  request.on("data", (chunk) => chunks.push(chunk));
  request.on("end", () => {
    const sent = Buffer.concat(chunks);
    const body = request.headers["content-encoding"] === "gzip" ? zlib.gunzipSync(sent) : sent;
    const answer = answers.shift();
    const [status, after] = /^\d+/.test(answer ?? "") ? answer.split(":") : [200];
    take("http", { ...request.headers, path: request.url }, body, answer);
    reply.writeHead(Number(status), { "content-type": "application/x-protobuf", ...(after ? { "retry-after": after } : {}) });
    reply.end(Number(status) === 200 ? response(answer) : "");
  });
});

// google.rpc.Status with a google.rpc.RetryInfo of some seconds, below 128.
function retryInfo(seconds) {
  const info = Buffer.from([10, 2, 8, seconds]);
  const type = Buffer.from("type.googleapis.com/google.rpc.RetryInfo");
  const any = Buffer.concat([Buffer.from([10, type.length]), type, Buffer.from([18, info.length]), info]);
  return Buffer.concat([Buffer.from([26, any.length]), any]);
}

function call({ request, metadata }, reply) {
  const answer = answers.shift();
  take("grpc", metadata.getMap(), request, answer);
  const [status, after] = /^[A-Z]/.test(answer ?? "") ? answer.split(":") : [];
  if (!status) {
    reply(null, response(answer));
    return;
  }

  const trailers = new grpc.Metadata();
  if (after) {
    trailers.set("grpc-status-details-bin", retryInfo(Number(after)));
  }

  reply({ code: grpc.status[status], details: "as told", metadata: trailers });
}

const asIs = (bytes) => bytes;
const calls = new grpc.Server({ "grpc.max_receive_message_length": 4 << 20 });
calls.addService({
  Export: {
    path: "/opentelemetry.proto.collector.trace.v1.TraceService/Export",
    requestStream: false,
    responseStream: false,
    requestSerialize: asIs,
    requestDeserialize: asIs,
    responseSerialize: asIs,
    responseDeserialize: asIs,
  },
}, { Export: call });

web.listen(0, "127.0.0.1", () =>
  calls.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (trouble, port) => {
    if (trouble) {
      throw trouble;
    }

    print({ http: web.address().port, grpc: port });
  }));
process.stdin.resume();
process.stdin.on("end", () => process.stdout.write("", () => process.exit(0))); // when all is printed
