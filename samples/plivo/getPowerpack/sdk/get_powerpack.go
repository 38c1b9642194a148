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

	// Retrieve a Powerpack
	powerpack, err := client.Powerpack.Get("<powerpack_uuid>")
	if err != nil {
		log.Fatal(err)
	}
	if powerpack.UUID == "" {
		log.Fatal("the call failed: its answer is empty")
	}

	output, err := json.MarshalIndent(powerpack, "", "  ")
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(string(output))
}
