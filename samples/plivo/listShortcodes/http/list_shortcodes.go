package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"log"
	"net/http"
	"time"
)

func main() {
	authId := "<auth_id>"
	authToken := "<auth_token>"

	// List all short codes
	request, err := http.NewRequest(
		http.MethodGet,
		"https://api.plivo.com/v1/Account/"+authId+"/NumberPool/<number_pool_uuid>/Shortcode/",
		nil,
	)
	if err != nil {
		log.Fatal(err)
	}
	query := request.URL.Query()
	query.Set("limit", "5")
	request.URL.RawQuery = query.Encode()
	request.SetBasicAuth(authId, authToken)

	client := &http.Client{Timeout: 30 * time.Second}
	response, err := client.Do(request)
	if err != nil {
		log.Fatal(err)
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		log.Fatal(err)
	}
	if response.StatusCode >= 400 {
		log.Fatalf("%s\n%s", response.Status, body)
	}

	if len(body) == 0 {
		fmt.Println(response.Status)
		return
	}
	var result bytes.Buffer
	if err := json.Indent(&result, body, "", "  "); err != nil {
		log.Fatalf("the answer is not JSON: %v\n%s", err, body)
	}
	fmt.Println(result.String())
}
