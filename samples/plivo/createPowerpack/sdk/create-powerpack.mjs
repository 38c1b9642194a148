import plivo from 'plivo';

const client = new plivo.Client('<auth_id>', '<auth_token>');

// Create a Powerpack
try {
  const response = await client.powerpacks.create('my_powerpack', {
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
  });
  if (!response.apiId) throw new Error('The answer has no apiId');
  console.log(JSON.stringify(response, null, 2));
} catch (error) {
  // An HTTP error has a status; a network error can be a string with a stack.
  const { status, message = '' } = error;
  if (status) console.error(`HTTP ${status}:`, message);
  else console.error(String(error).split('\n    at ')[0]);
  process.exitCode = 1;
}
