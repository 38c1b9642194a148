const authId = '<auth_id>';
const authToken = '<auth_token>';
const credentials = Buffer.from(`${authId}:${authToken}`).toString('base64');

// Add a toll-free number
try {
  const url = `https://api.plivo.com/v1/Account/${authId}/NumberPool/<number_pool_uuid>/Tollfree/<tollfree>/`;
  const response = await fetch(url, {
    method: 'POST',
    headers: { Authorization: `Basic ${credentials}` },
    signal: AbortSignal.timeout(30_000),
  });
  const body = await response.text();
  if (!response.ok) throw new Error(`HTTP ${response.status}: ${body}`);
  const result = body ? JSON.parse(body) : response.status;
  console.log(JSON.stringify(result, null, 2));
} catch (error) {
  const { message, cause } = error;
  console.error('Error:', cause?.message || cause?.code || message);
  process.exitCode = 1;
}
