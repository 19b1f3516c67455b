// SPDX-License-Identifier: MPL-2.0
// npm's hawk as the judge of signatures. Reads one request a line as JSON, authenticates it as a server would, and
// answers with one line: {"accepted": true, "ext": "..."} or {"accepted": false, "reason": "..."}.
import readline from 'node:readline';
import Hawk from 'hawk';

// A request in the form in which node's HTTP server hands it over.
function asReceived(line) {
    const headers = { host: line.host };
    if (line.authorization !== undefined) headers.authorization = line.authorization;
    if (line.contentType !== undefined) headers['content-type'] = line.contentType;
    return { method: line.verb, url: line.url, headers, connection: { encrypted: line.tls } };
}

async function judge(line) {
    const credentials = async id => (id === line.clientId ? { key: line.key, algorithm: 'sha256' } : null);
    const request = asReceived(line);
    if (line.kind === 'bewit') {
        const { attributes } = await Hawk.uri.authenticate(request, credentials);
        return attributes.ext;
    }
    const options = line.payload === undefined ? {} : { payload: line.payload };
    const { artifacts } = await Hawk.server.authenticate(request, credentials, options);
    return artifacts.ext;
}

for await (const text of readline.createInterface({ input: process.stdin })) {
    let answer;
    try {
        answer = { accepted: true, ext: (await judge(JSON.parse(text))) ?? '' };
    } catch (error) {
        answer = { accepted: false, reason: error.message };
    }
    process.stdout.write(JSON.stringify(answer) + '\n');
}
