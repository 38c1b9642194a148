<?php

use GuzzleHttp\Exception\GuzzleException;
use Plivo\Exceptions\PlivoRestException;
use Plivo\RestClient;

require 'vendor/autoload.php';

$client = new RestClient('<auth_id>', '<auth_token>');

// Buy a number and add it
try {
    $powerpack = $client->powerpacks->get('<powerpack_uuid>');
    if ($powerpack->getId() === null) {
        throw new RuntimeException('powerpacks->get failed');
    }
    $response = $powerpack->buy_add_number(['number' => '<number>', 'service' => 'sms']);
    if (isset($response['error'])) {
        throw new RuntimeException(json_encode($response, JSON_UNESCAPED_SLASHES));
    }
    echo json_encode($response, JSON_PRETTY_PRINT | JSON_UNESCAPED_SLASHES), "\n";
} catch (GuzzleException | PlivoRestException | RuntimeException $e) {
    fwrite(STDERR, "Error: {$e->getMessage()}\n");
    exit(1);
}
