package main

import (
	"encoding/json"
	"fmt"
	"log"

	plivo "github.com/plivo/plivo-go/v7"
)

func main() {
	client, err := plivo.NewClient("<auth_id>", "<auth_token>", &plivo.ClientOptions{})
	if err != nil {
		log.Fatal(err)
	}

	// List all Powerpacks
	response, err := client.Powerpack.List(plivo.PowerpackListParams{Limit: 5})
	if err != nil {
		log.Fatal(err)
	}
	if response.ApiID == "" {
		log.Fatal("the call failed: its answer is empty")
	}

	output, err := json.MarshalIndent(response, "", "  ")
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(string(output))
}
