const authId = '<auth_id>';
const authToken = '<auth_token>';
const credentials = Buffer.from(`${authId}:${authToken}`).toString('base64');

// Retrieve a Powerpack
try {
  const url = `https://api.plivo.com/v1/Account/${authId}/Powerpack/<powerpack_uuid>/`;
  const response = await fetch(url, {
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
