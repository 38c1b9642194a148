interface Props {
	onReset(): void;
	onCopyLink(): void;
	/** Absent where the request does not go to the mock. */
	onResetMock?(): void;
}

/** What can be done with a form: send it, and start over. */
export function FormButtons({ onReset, onCopyLink, onResetMock }: Props) {
	return (
		<p class="try-buttons">
			<button type="submit" class="try-send">
				Send
			</button>
			<button type="button" class="copy" onClick={onReset}>
				Reset
			</button>
			<button type="button" class="copy" onClick={onCopyLink}>
				Copy link
			</button>
			{onResetMock && (
				<button type="button" class="copy" onClick={onResetMock}>
					Reset the mock
				</button>
			)}
		</p>
	);
}
