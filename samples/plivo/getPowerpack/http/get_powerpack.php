<?php

$authId = '<auth_id>';
$authToken = '<auth_token>';

// Retrieve a Powerpack
$url = "https://api.plivo.com/v1/Account/{$authId}/Powerpack/<powerpack_uuid>/";
$curl = curl_init($url);
curl_setopt_array($curl, [
    CURLOPT_USERPWD => "{$authId}:{$authToken}",
    CURLOPT_RETURNTRANSFER => true,
    CURLOPT_CONNECTTIMEOUT => 10,
    CURLOPT_TIMEOUT => 30,
]);

try {
    $response = curl_exec($curl);
    if ($response === false) {
        throw new RuntimeException(curl_error($curl));
    }
    $status = curl_getinfo($curl, CURLINFO_RESPONSE_CODE);
    if ($status >= 300) {
        throw new RuntimeException("HTTP {$status}\n{$response}");
    }
    $result = $response === ''
        ? $status
        : json_decode($response, false, 512, JSON_THROW_ON_ERROR | JSON_BIGINT_AS_STRING);
    echo json_encode($result, JSON_PRETTY_PRINT | JSON_UNESCAPED_SLASHES), "\n";
} catch (JsonException | RuntimeException $e) {
    fwrite(STDERR, "Error: {$e->getMessage()}\n");
    exit(1);
}
