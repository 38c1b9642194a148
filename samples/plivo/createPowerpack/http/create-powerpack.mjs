const authId = '<auth_id>';
const authToken = '<auth_token>';
const credentials = Buffer.from(`${authId}:${authToken}`).toString('base64');

// Create a Powerpack
try {
  const url = `https://api.plivo.com/v1/Account/${authId}/Powerpack/`;
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      Authorization: `Basic ${credentials}`,
      'Content-Type': 'application/json',
    },
    body: JSON.stringify({
      name: 'my_powerpack',
      sticky_sender: true,
      local_connect: true,
      number_priority: [
        {
          service_type: 'SMS',
          country_iso: 'US',
          priority: {
            priority1: 'shortcode',
            priority2: 'tollfree',
            priority3: 'longcode',
          },
        },
      ],
    }),
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
