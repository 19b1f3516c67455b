// SPDX-License-Identifier: MPL-2.0
// An HTTP server that lets npm's hawk decide about every request, by header or bewit, as the services do.
// usage: node hawk_server.mjs ADDRESS CLIENT-ID KEY; prints its port, serves until its input ends.
import http from 'node:http';
import Hawk from 'hawk';

const [address, clientId, key] = process.argv.slice(2);
const credentials = async id => (id === clientId ? { key, algorithm: 'sha256' } : null);

async function authenticate(request, body) {
    if (/[?&]bewit=/.test(request.url)) {
        const { attributes } = await Hawk.uri.authenticate(request, credentials);
        return { by: 'bewit', ext: attributes.ext };
    }
    const { credentials: found, artifacts } = await Hawk.server.authenticate(request, credentials);
    if (artifacts.hash) Hawk.server.authenticatePayload(body, found, artifacts, request.headers['content-type']);
    return { by: 'header', ext: artifacts.ext ?? '', hash: Boolean(artifacts.hash) };
}

async function bodyOf(request) {
    const pieces = [];
    for await (const piece of request) pieces.push(piece);
    return Buffer.concat(pieces).toString();
}

function answer(response, status, value) {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(value));
}

const server = http.createServer(async (request, response) => {
    try {
        const proof = await authenticate(request, await bodyOf(request));
        answer(response, 200, { ...proof, url: request.url, verb: request.method });
    } catch (error) {
        answer(response, 401, { code: 'AuthenticationFailed', message: error.message, requestInfo: {} });
    }
});

server.listen(0, address, () => console.log(server.address().port));
process.stdin.resume().on('end', () => process.exit(0));
