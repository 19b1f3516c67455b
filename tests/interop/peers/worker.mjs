// SPDX-License-Identifier: MPL-2.0
// A worker for measure.py: runs a round for each line "go" and prints the milliseconds that it took; for a line "peak" it
// prints the most memory that it has had, in MiB.
import readline from 'node:readline';

export async function worker(round) {
    await round();
    console.log('ready');
    for await (const line of readline.createInterface({ input: process.stdin })) {
        if (line === 'go') console.log((await round()).toFixed(3));
        if (line === 'peak') console.log((process.resourceUsage().maxRSS / 1024).toFixed(3));
    }
}
