// Node's side of the parser benchmark: the npm package eventsource-parser on the bytes of the files given, in chunks of the sizes given,
// with and without JSON.parse of each event. Prints one JSON object: {file: {chunk: {events, alone, json}}}, MB/s, medians of its rounds.
// Its parser takes text, so the bytes go through the TextDecoder as they do between fetch() and it. Helper threads are not charged: the
// smaller of wall and CPU time counts.
import { createParser } from 'eventsource-parser';
import { readFileSync } from 'node:fs';

const [rounds, sizes, ...files] = [Number(process.argv[2]), process.argv[3].split(',').map(Number), ...process.argv.slice(4)];

function read(chunks, onEvent) {
    const decoder = new TextDecoder();
    const parser = createParser({ onEvent });
    for (const chunk of chunks)
        parser.feed(decoder.decode(chunk, { stream: true }));
}

function median(values) {
    return values.sort((a, b) => a - b)[values.length >> 1];
}

function measure(chunks, bytes, onEvent) {
    const speeds = [];
    for (let i = 0; i < rounds; ++i) {
        const cpu = process.cpuUsage(), started = process.hrtime.bigint();
        read(chunks, onEvent);
        const used = process.cpuUsage(cpu), wall = Number(process.hrtime.bigint() - started) / 1000;
        speeds.push(bytes / Math.min(wall, used.user + used.system));
    }
    return median(speeds);
}

const out = {};
for (const file of files) {
    const bytes = readFileSync(file);
    out[file] = {};
    for (const size of sizes) {
        const chunks = [];
        for (let at = 0; at < bytes.length; at += size)
            chunks.push(bytes.subarray(at, at + size));
        let events = 0, sum = 0;
        read(chunks, () => ++events);
        const alone = measure(chunks, bytes.length, event => { sum += event.data.length; });
        const json = measure(chunks, bytes.length, event => { sum += JSON.parse(event.data) ? 1 : 0; });
        out[file][size] = { events, alone, json, sum };
    }
}
console.log(JSON.stringify(out));
