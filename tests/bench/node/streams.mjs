// Node's side of the stream benchmark: the npm package eventsource over undici, a hundred streams, JSON decoded, nothing else.
import { EventSource } from 'eventsource';

const url = process.argv[2];
const count = 100, warmUpMs = 2000, measureMs = 8000;
const latencies = [];
let open = 0, measuring = false, cpu;
const now = () => Number(process.hrtime.bigint() / 1000n);

for (let i = 0; i < count; ++i) {
    const source = new EventSource(`${url}/streams/runs/${i}`);
    source.addEventListener('open', () => ++open);
    source.addEventListener('event', event => {
        const value = JSON.parse(event.data);
        if (measuring)
            latencies.push((now() - value.data.us) / 1000);
    });
}
setTimeout(() => { measuring = true; cpu = process.cpuUsage(); }, warmUpMs);
setTimeout(() => {
    const used = process.cpuUsage(cpu);
    latencies.sort((a, b) => a - b);
    const at = share => latencies[Math.floor(share * (latencies.length - 1))] ?? -1;
    console.log(JSON.stringify({ open, events: latencies.length, cpu_us_per_event: (used.user + used.system) / Math.max(1, latencies.length),
        p50_ms: at(0.5), p99_ms: at(0.99), rest_ms: -1 }));
    process.exit(0);
}, warmUpMs + measureMs);
