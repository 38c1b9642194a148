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

	// List all numbers
	powerpack, err := client.Powerpack.Get("<powerpack_uuid>")
	if err != nil {
		log.Fatal(err)
	}
	if powerpack.UUID == "" {
		log.Fatal("the call failed: its answer is empty")
	}

	response, err := powerpack.List_numbers(plivo.PowerpackSearchParam{
		Starts_with:  "484",
		Country_iso2: "US",
		Type:         "fixed",
		Service:      "sms",
		Limit:        "5",
	})
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
