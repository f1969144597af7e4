-- Asks the addresses of a file in turn and says how long the answers took, in milliseconds: requests per second, p50, p95, p99, errors.
local paths = {}
for line in io.lines(os.getenv('URLS')) do paths[#paths + 1] = line end
local next = 0
request = function()
  next = next % #paths + 1
  return wrk.format('GET', paths[next])
end
done = function(summary, latency)
  local errors = summary.errors.status + summary.errors.timeout + summary.errors.read + summary.errors.connect
  io.write(string.format('%.0f %.2f %.2f %.2f %d\n', summary.requests / summary.duration * 1e6,
    latency:percentile(50) / 1000, latency:percentile(95) / 1000, latency:percentile(99) / 1000, errors))
end
