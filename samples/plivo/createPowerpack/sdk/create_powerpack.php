<?php

use GuzzleHttp\Exception\GuzzleException;
use Plivo\Exceptions\PlivoRestException;
use Plivo\RestClient;

require 'vendor/autoload.php';

$client = new RestClient('<auth_id>', '<auth_token>');

// Create a Powerpack
try {
    $response = $client->powerpacks->create(
        'my_powerpack',
        [
            'sticky_sender' => true,
            'local_connect' => true,
            'number_priority' => [
                [
                    'service_type' => 'SMS',
                    'country_iso' => 'US',
                    'priority' => ['priority1' => 'shortcode', 'priority2' => 'tollfree', 'priority3' => 'longcode'],
                ],
            ],
        ]
    );
    if (isset($response['error'])) {
        throw new RuntimeException(json_encode($response, JSON_UNESCAPED_SLASHES));
    }
    echo json_encode($response, JSON_PRETTY_PRINT | JSON_UNESCAPED_SLASHES), "\n";
} catch (GuzzleException | PlivoRestException | RuntimeException $e) {
    fwrite(STDERR, "Error: {$e->getMessage()}\n");
    exit(1);
}
