// SPDX-License-Identifier: MPL-2.0
// A worker for measure.py: runs a round for each line "go" and prints the milliseconds that it took.
import readline from 'node:readline';

export async function worker(round) {
    await round();
    console.log('ready');
    for await (const line of readline.createInterface({ input: process.stdin })) {
        if (line === 'go') console.log((await round()).toFixed(3));
    }
}
