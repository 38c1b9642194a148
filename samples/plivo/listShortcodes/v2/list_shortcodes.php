<?php

use GuzzleHttp\Exception\GuzzleException;
use Plivo\Exceptions\PlivoRestException;
use Plivo\RestClient;

require 'vendor/autoload.php';

$client = new RestClient('<auth_id>', '<auth_token>');

// List all short codes
try {
    $powerpack = $client->powerpacks->get('<powerpack_uuid>');
    if ($powerpack->getId() === null) {
        throw new RuntimeException('powerpacks->get failed');
    }
    $response = $powerpack->number_pool->shortcodes->list(['limit' => 5]);
    if (isset($response['error'])) {
        throw new RuntimeException(json_encode($response, JSON_UNESCAPED_SLASHES));
    }
    echo json_encode($response, JSON_PRETTY_PRINT | JSON_UNESCAPED_SLASHES), "\n";
} catch (GuzzleException | PlivoRestException | RuntimeException $e) {
    fwrite(STDERR, "Error: {$e->getMessage()}\n");
    exit(1);
}
